export * from './mail-box.js';
export * from './test-database.js';
