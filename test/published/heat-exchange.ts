export * from '../../src/study/validation/cases/heat-exchange.ts';
