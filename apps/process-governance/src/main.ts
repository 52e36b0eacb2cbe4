import 'reflect-metadata';
import { runApp } from '#platform';
import { app } from './app.js';

await runApp(app);
