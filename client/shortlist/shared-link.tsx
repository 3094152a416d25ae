import type { ShareLink } from '#core/share-link.ts'
import { LINK_LIMIT } from '#core/share-link.ts'
import { DialogButton } from '../parts/dialog.tsx'
import type { QrCode } from './qr-code.tsx'

export type MadeLink = Pick<ShareLink, 'fit' | 'length'> & { address: string }

/** As large as the window lets it be, on white, so that a camera finds its edges in the dark, too. */
export function LargeCode({ code: Code, address }: { code: typeof QrCode; address: string }) {
  return (
    <div class="qr-ground">
      <Code text={address} label="QR code of the link, large" />
    </div>
  )
}

/** A link to copy, with its code where a phone can read one; or that it is too long for either. */
export function SharedLink({
  link: { address, fit, length },
  code: Code,
  said,
  onCopy,
}: {
  link: MadeLink
  /** Null until it has come. */
  code: typeof QrCode | null
  /** What came of copying. */
  said: string
  onCopy: (address: string) => void
}) {
  if (fit === 'too_long') {
    return (
      <p>
        This link would be {length} characters long. Mail and chat programs may cut links of more
        than {LINK_LIMIT}. Leave notes or answers out, or send the JSON file.
      </p>
    )
  }
  return (
    <>
      <label class="field">
        The link ({length} characters)
        <input readOnly value={address} onFocus={({ currentTarget }) => currentTarget.select()} />
      </label>
      <p class="actions">
        <button type="button" class="button" onClick={() => onCopy(address)}>
          Copy the link
        </button>
        <span role="status">{said}</span>
      </p>
      {fit === 'code' && Code !== null && (
        <figure class="qr-figure">
          <Code text={address} label="QR code of the link" />
          <figcaption>To take it to a phone, point its camera at this code.</figcaption>
          <p>
            <DialogButton label="Show the code large" title="Point the phone’s camera at this code">
              <LargeCode code={Code} address={address} />
            </DialogButton>
          </p>
        </figure>
      )}
      {fit === 'link' && (
        <p class="quiet">The link is too long for a code that a phone can read with ease.</p>
      )}
    </>
  )
}
