/** Words of forms in traditional characters, or as Japan writes them, are looked up in simplified ones. */

const PAIRS =
  '壇坛議议題题時时長长講讲與与談谈發发開开場场總总結结綜综討讨論论問问對对話话辯辩報报員员單单會会組组織织辦办協协執执錄录記记現现線线遠远賓宾專专參参點点環环節节內内間间標标稱称歡欢導导紹绍閉闭語语亞亚歐欧國国際际學学術术業业動动聯联網网視视頻频關关鍵键簡简類类負负責责計计約约鐘钟項项終终團团隊队圓圆請请擬拟應应詞词機机構构屬属務务運运維维質质複复說说課课區区羣群発发';
const SIMPLE = new Map<string, string>();
for (let i = 0; i + 1 < PAIRS.length; i += 2) SIMPLE.set(PAIRS.charAt(i), PAIRS.charAt(i + 1));

/** As many characters as before; what has no simple form stays. Only for looking up: names are kept as they are. */
export function simplified(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (sign) => SIMPLE.get(sign) ?? sign);
}
