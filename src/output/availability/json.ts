/**
 * The availability of a plant as one JSON document with a unit at every
 * quantity.
 */

import type { Availability } from '../../study/availability.ts';
import type { Consequence } from '../../study/availability/consequence.ts';
import type { Estimate } from '../../study/availability/estimate.ts';
import { jsonQuantity } from '../../units.ts';
import { quantityJson } from '../json.ts';

export function availabilityJson(result: Availability): object {
  const { name, title, chips, components, unfailing, availability, years, seed, isSettled, failures, transients } =
    result;
  return {
    name,
    title,
    chips,
    lostInOrder: result.lostInOrder,
    availability: jsonQuantity(availability, 'fraction'),
    perYear: {
      hoursBelowCapacity: estimateJson(result.hoursBelow, 'h'),
      hoursInHarmfulStates: estimateJson(result.hoursHarmful, 'h'),
      outages: estimateJson(result.outages, '1'),
      lostWork: estimateJson(result.lostChipHours, 'chip·h'),
    },
    components: components.map(
      ({ name: component, units, failureRate, repairTime, commonCause, record, share, one, all }) => ({
        component,
        units,
        failureRate: jsonQuantity(failureRate, 'frequency'),
        repairTime: jsonQuantity(repairTime, 'duration'),
        commonCause: jsonQuantity(commonCause, 'fraction'),
        record,
        share: quantityJson(share, 'fraction', 'there was no time below capacity'),
        one: consequenceJson(one),
        all: consequenceJson(all),
      }),
    ),
    unfailing,
    drawn: { years, failures, seed, transients, isSettled },
  };
}

function estimateJson({ mean, halfWidth, batches }: Estimate, unit: string): object {
  return {
    value: mean,
    unit,
    halfWidth: Number.isFinite(halfWidth) ? halfWidth : null,
    confidence: { value: 95, unit: '%' },
    batches,
  };
}

function consequenceJson({ timeToLimit, lostChips }: Consequence): object {
  return { timeToLimit: quantityJson(timeToLimit, 'time', 'no limit is reached'), lostChips };
}
