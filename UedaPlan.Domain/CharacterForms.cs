using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace UedaPlan.Domain;

/// <summary>文字の形: one form for characters that readers take for the same: 旧字体 and 新字体, kana, width, case, long strokes.</summary>
internal static class CharacterForms
{
    private const char Stroke = 'ー';

    // The other form, then the one the plan writes. Where a name has several (斎齋斉齊), all come to one.
    private const string Pairs = """
        亞亜 惡悪 壓圧 圍囲 醫医 爲為 壹壱 稻稲 飮飲 隱隠 營営 榮栄 衞衛 驛駅 悅悦 閱閲 圓円 鹽塩 緣縁 艷艶 應応 歐欧 毆殴 櫻桜 奧奥 橫横 溫温 穩穏
        假仮 價価 畫画 會会 懷懐 繪絵 壞壊 擴拡 殼殻 覺覚 學学 嶽岳 樂楽 勸勧 卷巻 寬寛 歡歓 罐缶 觀観 關関 陷陥 巖巌 顏顔 歸帰 氣気 龜亀 僞偽 戲戯
        犧犠 舊旧 據拠 擧挙 峽峡 挾挟 狹狭 曉暁 區区 驅駆 勳勲 薰薫 羣群 徑径 惠恵 溪渓 經経 繼継 莖茎 螢蛍 輕軽 鷄鶏 雞鶏 藝芸 擊撃 缺欠 儉倹 劍剣
        劔剣 釼剣 圈圏 檢検 權権 獻献 縣県 硏研 險険 顯顕 驗験 嚴厳 效効 廣広 恆恒 鑛鉱 號号 國国 圀国 黑黒 濟済 碎砕 劑剤 雜雑 參参 慘惨 棧桟 蠶蚕
        贊賛 殘残 絲糸 齒歯 兒児 辭辞 濕湿 實実 舍舎 寫写 釋釈 壽寿 收収 從従 澁渋 獸獣 縱縦 肅粛 處処 緖緒 敍叙 奬奨 將将 牀床 燒焼 稱称 證証 乘乗
        剩剰 壤壌 孃嬢 條条 淨浄 狀状 疊畳 穰穣 讓譲 釀醸 囑嘱 觸触 寢寝 愼慎 晉晋 眞真 盡尽 圖図 粹粋 醉酔 隨随 髓髄 數数 樞枢 瀨瀬 聲声 靜静 齊斉
        齋斉 斎斉 攝摂 竊窃 絕絶 專専 戰戦 淺浅 潛潜 纖繊 踐践 錢銭 禪禅 雙双 壯壮 搜捜 插挿 巢巣 爭争 總総 聰聡 莊荘 裝装 騷騒 增増 臟臓 藏蔵 屬属
        續続 墮堕 體体 對対 帶帯 滯滞 臺台 瀧滝 擇択 澤沢 單単 擔担 膽胆 團団 彈弾 斷断 癡痴 遲遅 晝昼 蟲虫 鑄鋳 徵徴 廳庁 聽聴 敕勅 鎭鎮 遞逓 鐵鉄
        轉転 點点 傳伝 黨党 盜盗 燈灯 當当 鬪闘 德徳 獨独 讀読 屆届 繩縄 貳弐 惱悩 腦脳 霸覇 廢廃 拜拝 賣売 麥麦 發発 髮髪 拔抜 蠻蛮 祕秘 濱浜 濵浜
        甁瓶 拂払 佛仏 竝並 變変 邊辺 邉辺 辨弁 辯弁 瓣弁 舖舗 穗穂 寶宝 寳宝 豐豊 飜翻 萬万 滿満 默黙 餠餅 彌弥 藥薬 譯訳 豫予 餘余 與与 譽誉 搖揺
        樣様 謠謡 遙遥 來来 賴頼 亂乱 覽覧 龍竜 兩両 獵猟 綠緑 鄰隣 凜凛 壘塁 淚涙 勵励 禮礼 隸隷 靈霊 齡齢 曆暦 歷歴 戀恋 鍊錬 爐炉 勞労 樓楼 篭籠
        郞郎 祿禄 錄録 灣湾 倂併 卽即 旣既 稅税 說説 脫脱 銳鋭 揭掲 渴渇 尙尚 內内 吳呉 娛娯 查査 步歩 涉渉 敎教 產産 淸清 靑青 每毎 黃黄 强強 戶戸
        戾戻 啟啓 峯峰 嶋島 嶌島 﨑崎 嵜崎 髙高 瘦痩 頰頬 剝剥 塡填 曾曽 麴麹 鷗鴎 蔣蒋 冨富 埜野 槇槙 穐秋 渕淵 渊淵 籔薮 藪薮 檜桧 檮梼 舘館 礒磯
        翆翠 昻昂 凉涼 冲沖 决決 况況 减減 凖準 廚厨 吿告 噓嘘 彥彦 攜携 栁柳 桒桑 𣘺橋 濤涛 瀆涜 焰焔 瑤瑶 禰祢 頴穎 緜綿 薗園 蘓蘇 蠟蝋 襃褒 諫諌
        賔賓 邨村 鄕郷 醬醤 銕鉄 閒間 顚顛 驒騨 鹼鹸 麵麺 俱倶 搔掻 攪撹 摑掴 繫繋 繡繍 蟬蝉 軀躯 姬姫 恊協 㔟勢 𠮷吉 𠮟叱
        """;

    private static readonly FrozenDictionary<Rune, Rune> Common = ReadPairs();

    /// <summary>The form of a character that is compared; null where it is not compared at all: spaces, brackets, middle dots, commas.</summary>
    public static Rune? Of(Rune character)
    {
        if (IsStroke(character)) return new Rune(Stroke);
        if (IsIgnored(character)) return null;
        var lower = Rune.ToLowerInvariant(character);
        return Common.TryGetValue(ToHiragana(lower), out var common) ? common : ToHiragana(lower);
    }

    // ヵ and ヶ are written for か as often as not (3ヶ年).
    private static Rune ToHiragana(Rune c) => c.Value switch
    {
        'ヵ' or 'ヶ' or 'ゕ' or 'ゖ' => new Rune('か'),
        >= 'ァ' and <= 'ヴ' => new Rune(c.Value - 0x60),
        _ => c,
    };

    private static bool IsStroke(Rune c) => c.Value is Stroke or '~' or '〜' or '−' or '─' or '━' || Rune.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;

    private static bool IsIgnored(Rune c) => c.Value is '・' or '·' or '•' or '、' or '。' or ',' or '*' or '\'' or '"' || Rune.GetUnicodeCategory(c)
        is UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark;

    private static FrozenDictionary<Rune, Rune> ReadPairs() => Pairs.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.EnumerateRunes().ToArray()).ToFrozenDictionary(pair => pair[0], pair => pair[1]);
}
