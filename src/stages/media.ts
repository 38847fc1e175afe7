/** Whether a file is called what nobody reads as text, and no program runs by its name. */
export function isMedia(path: string): boolean {
  return MEDIA.test(path);
}

const MEDIA =
  /\.(?:png|jpe?g|gif|webp|avif|ico|icns|bmp|tiff?|woff2?|ttf|otf|eot|mp[34]|m4[av]|ogg|opus|wav|flac|webm|mov|pdf)$/i;
