/**
 * Imported first by a process that hosts the hub. What a command or a newcomer leaves behind is gone at once; the
 * engine, left to itself, lets thirty megabytes of it pile up before it looks.
 */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--semi-space-growth-factor=1');
