import { on } from './whenever';

on('click', '[data-print]', () => window.print());
