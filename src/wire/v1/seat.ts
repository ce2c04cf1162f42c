import { z } from 'zod';

export const seat = z.enum(['judge', 'prosecutor', 'defender', 'secretary', 'witness']);
