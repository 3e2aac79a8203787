import { ImageResponse } from "next/og";

export const alt = "Meridian";
export const size = { width: 1200, height: 630 };
export const contentType = "image/png";

const ink = "#1b1f33";
const action = "#2f4bd8";

/** Where a page has no picture of its own: the shop's name under its globe, in any language. */
export default function OpenGraphImage() {
  return new ImageResponse(
    <div
      style={{
        width: "100%",
        height: "100%",
        display: "flex",
        alignItems: "center",
        justifyContent: "center",
        gap: 48,
        background: "linear-gradient(#faf7f1, #e9dfcf)",
        color: ink,
        fontSize: 150,
        letterSpacing: -6,
      }}
    >
      <svg width="170" height="170" viewBox="0 0 24 24">
        <circle cx="12" cy="12" r="10" fill="none" stroke={ink} strokeWidth="2" />
        <path
          d="M12 1v22M12 2c5 5.5 5 14.5 0 20"
          fill="none"
          stroke={action}
          strokeWidth="2"
          strokeLinecap="round"
        />
      </svg>
      Meridian
    </div>,
    size,
  );
}
