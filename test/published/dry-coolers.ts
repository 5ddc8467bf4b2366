export * from '../../src/study/validation/cases/dry-coolers.ts';
