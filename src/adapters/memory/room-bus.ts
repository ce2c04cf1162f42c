import type { RoomBus, RoomNews } from '../../ports/room-bus.ts';
import { longestNews } from '../../ports/room-bus.ts';

/** News among the rooms of one process. */
export function memoryRoomBus(): RoomBus {
  const members = new Set<(news: RoomNews) => void>();
  return {
    join(hear) {
      const member = (news: RoomNews): void => hear(news);
      members.add(member);
      return {
        tell(news) {
          if (!members.has(member) || Buffer.byteLength(JSON.stringify(news)) > longestNews) return;
          for (const other of members) if (other !== member) other(news);
        },
        leave: () => void members.delete(member),
      };
    },
    async close() {
      members.clear();
    },
  };
}
