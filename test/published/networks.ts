export * from '../../src/study/validation/cases/networks.ts';
