import { PI } from "./math";
import { blank, fontOf, penFor, type Fill, type Pen, type Surface } from "./surface";

/** Draws on a canvas. Settings are only changed where they differ: that is most of the time drawing takes. */
export function onCanvas(context: CanvasRenderingContext2D): Surface {
  let [stroke, filling, thickness, alpha, dashed] = ["", "", -1, -1, false];
  context.lineJoin = "round";

  const dim = (opacity: number) => {
    if (opacity !== alpha) context.globalAlpha = alpha = opacity;
  };
  const take = ({ color, width, opacity = 1, dash = false }: Pen) => {
    if (color !== stroke) context.strokeStyle = stroke = color;
    if (width !== thickness) context.lineWidth = thickness = width;
    if (dash !== dashed) {
      dashed = dash;
      context.setLineDash(dash ? [4, 3] : []);
    }
    dim(opacity);
  };
  const pour = ({ color, opacity = 1 }: Fill) => {
    if (color !== filling) context.fillStyle = filling = color;
    dim(opacity);
  };
  const paint = (fill: Fill | null, pen: Pen | null) => {
    if (fill) {
      pour(fill);
      context.fill();
    }
    if (pen) {
      take(pen);
      context.stroke();
    }
  };
  const surface: Surface = {
    line: ([x1, y1], [x2, y2], pen) => {
      context.beginPath();
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
      paint(null, pen);
    },
    disc: ([x, y], radius, fill, pen) => {
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * PI);
      paint(fill, pen);
    },
    polygon: (corners, fill, pen) => {
      context.beginPath();
      for (const [x, y] of corners) context.lineTo(x, y);
      context.closePath();
      paint(fill, pen);
    },
    text: (words, [x, y], { size, color, bold, anchor, halo }) => {
      const font = fontOf(size, bold);
      if (context.font !== font) context.font = font;
      context.textAlign = anchor === "middle" ? "center" : (anchor ?? "start");
      if (halo) {
        take({ color: halo, width: size * 0.28 });
        context.strokeText(words, x, y);
      }
      pour({ color });
      context.fillText(words, x, y);
    },
    group: (opacity, _title, draw) => {
      if (opacity === 1) {
        draw(surface);
        return;
      }
      const sheet = blank(context.canvas.width, context.canvas.height);
      const own = penFor(sheet);
      own.setTransform(context.getTransform());
      draw(onCanvas(own));
      context.save();
      context.resetTransform();
      context.globalAlpha = opacity;
      context.drawImage(sheet, 0, 0);
      context.restore();
    },
    shifted: (dx, dy, draw) => {
      context.translate(dx, dy);
      draw(surface);
      context.translate(-dx, -dy);
    },
  };
  return surface;
}
