import { hearingFolderContract } from '../../ports/hearing-folder.contract.ts';
import { memoryHearingFolder } from './hearing-folder.ts';

hearingFolderContract('memory', async () => {
  const folder = memoryHearingFolder();
  return () => folder;
});
