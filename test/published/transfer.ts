export * from '../../src/study/validation/cases/transfer.ts';
