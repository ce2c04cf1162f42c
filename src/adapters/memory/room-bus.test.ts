import { roomBusContract } from '../../ports/room-bus.contract.ts';
import { memoryRoomBus } from './room-bus.ts';

roomBusContract('memory', async () => {
  const bus = memoryRoomBus();
  return { here: bus, there: bus };
});
