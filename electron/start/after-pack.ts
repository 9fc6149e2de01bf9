/** Called by electron-builder on each packed app, before it becomes an installer. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Takes out what an Electron would run when our own app.asar is broken: that has to be seen, not hidden. */
export async function afterPack(context: PackContext): Promise<void> {
  const resources =
    context.electronPlatformName === 'darwin'
      ? join(context.appOutDir, `${context.packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : join(context.appOutDir, 'resources');
  for (const name of ['default_app.asar', 'app', 'app-update.yml']) {
    await rm(join(resources, name), { recursive: true, force: true });
  }
}

/** The part of electron-builder's context that is used here. */
type PackContext = {
  appOutDir: string;
  electronPlatformName: string;
  packager: { appInfo: { productFilename: string } };
};
