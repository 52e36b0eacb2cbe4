/** One of several, or any; what is chosen is the empty text where it is any. */
export const Select = ({
  name,
  label,
  values,
  any,
}: {
  name: string;
  label: string;
  values: readonly (string | { value: string; text: string })[];
  any?: string;
}) => (
  <label>
    {label}
    <select name={name} required={any === undefined}>
      {any !== undefined && <option value="">{any}</option>}
      {values.map((one) => {
        const { value, text } = typeof one === 'string' ? { value: one, text: one } : one;
        return (
          <option key={value} value={value}>
            {text}
          </option>
        );
      })}
    </select>
  </label>
);

/** What a person acts for; it is kept. */
export const Reason = () => (
  <label>
    Why
    <input name="reason" required maxLength={1000} size={30} />
  </label>
);

/** The fields of a form that somebody filled in. */
export const filled = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== '')) as Record<string, string>;
