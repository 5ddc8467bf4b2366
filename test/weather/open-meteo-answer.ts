/** Invented answers in the shape of Open-Meteo's archive: a temperature that is the hour of Greenwich itself. */

export interface InventedAnswer {
  readonly calendarYear: number;
  /** Temperature [°C] of the hour n of Greenwich since the year began (negative on the day before). */
  readonly temperature?: (hour: number) => number | null;
}

const hour = 3_600_000;

export function openMeteoAnswer({
  calendarYear,
  temperature = (n) => n % 24,
}: InventedAnswer): Record<string, unknown> {
  const start = Date.UTC(calendarYear - 1, 11, 31);
  const end = Date.UTC(calendarYear + 1, 0, 1, 23);
  const newYear = Date.UTC(calendarYear, 0, 1);
  const stamps = Array.from({ length: (end - start) / hour + 1 }, (_, i) => start + i * hour);
  const temperatures = stamps.map((stamp) => temperature((stamp - newYear) / hour));
  return {
    latitude: 50.1,
    longitude: 8.7,
    elevation: 111,
    generationtime_ms: 1.5,
    utc_offset_seconds: 0,
    timezone: 'GMT',
    timezone_abbreviation: 'GMT',
    hourly_units: {
      time: 'iso8601',
      temperature_2m: '°C',
      dew_point_2m: '°C',
      surface_pressure: 'hPa',
      wind_speed_10m: 'm/s',
    },
    hourly: {
      time: stamps.map((stamp) => new Date(stamp).toISOString().slice(0, 16)),
      temperature_2m: temperatures,
      dew_point_2m: temperatures.map((value) => (value === null ? null : value - 3)),
      surface_pressure: stamps.map(() => 1000.5),
      wind_speed_10m: stamps.map(() => 2.5),
    },
  };
}
