/** A canvas that keeps what is put on it, and counts how much that was. */
export function fakeCanvas() {
  const fake = {
    width: 300,
    height: 150,
    style: {} as Record<string, string>,
    screen: new Uint8ClampedArray(0),
    shownPixels: 0,
    getContext: () => ({
      createImageData: (width: number, height: number) => {
        fake.screen = new Uint8ClampedArray(width * height * 4);
        return { width, height, data: new Uint8ClampedArray(width * height * 4) };
      },
      putImageData(
        image: ImageData,
        ...[, , x, y, width, height]: [number, number, number, number, number, number]
      ) {
        fake.shownPixels += width * height;
        for (let row = y; row < y + height; row++) {
          const start = (row * image.width + x) * 4;
          fake.screen.set(image.data.subarray(start, start + width * 4), start);
        }
      },
    }),
  };
  return fake;
}
