/**
 * Preact runs what an effect does, and what it clears away, in a timer: after the last test of a file that timer would
 * find its page gone. Here they come at the end of the turn.
 */
import { options } from 'preact';

options.requestAnimationFrame = queueMicrotask;
