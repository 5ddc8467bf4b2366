export * from '../../src/study/validation/cases/lambert.ts';
