interface FilterSelectProps {
  name: string;
  /** The empty text is all. */
  value: string;
  /** What the rows have there; null where one has nothing. */
  values: (string | null)[];
  pick: (value: string) => void;
  /** How a value is shown, where not as it is. */
  text?: (value: string) => string;
}

/**
 * One of the values that rows have, or all. Nothing where there is nothing to choose from; what is chosen stays to be seen
 * and undone when the last row that has it is gone.
 */
export function FilterSelect({ name, value, values, pick, text = (one) => one }: FilterSelectProps) {
  const options = [...new Set([...values, value || null].filter((one) => one !== null))].sort();
  if (options.length === 0) return null;
  return (
    <label>
      {name}
      <select aria-label={name} value={value} onChange={({ target }) => pick(target.value)}>
        <option value="">all</option>
        {options.map((one) => (
          <option key={one} value={one}>
            {text(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
