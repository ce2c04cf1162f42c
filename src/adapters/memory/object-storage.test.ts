import { objectStorageContract } from '../../ports/object-storage.contract.ts';
import { memoryObjectStorage } from './object-storage.ts';

objectStorageContract('memory', async () => memoryObjectStorage());
