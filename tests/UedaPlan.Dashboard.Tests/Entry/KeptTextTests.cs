using System.Text.Json;
using Bunit;
using UedaPlan.Dashboard.Features.Entry;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.Entry;

/// <summary>残っていた入力: what a form makes of the text its browser hands back.</summary>
public sealed class KeptTextTests
{
    private const string Code = "1-1-1-2";

    [Fact]
    public async Task HandedBack_OnOpening_IsInTheFormUnsavedWithANoticeAndCanBeDropped()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = bench.OpenEntry(Code);

        Hand(page, "//", ("numerator", "148"), ("denominator", "218"), ("comment", "二棟"), ("nobody", "1"));

        Assert.Equal(("148", "218"), (page.Typed("numerator"), page.Typed("denominator")));
        Assert.Contains("前に入力した内容を戻しました(4月21日 09:30)。まだ保存していません。", page.Read(".kept"));
        Assert.EndsWith("unsaved", StateOf(page), StringComparison.Ordinal);
        Assert.False(page.Button(EntryPages.Save).HasAttribute("disabled"));
        page.Button("消す").Click();
        Assert.Equal("", page.Typed("numerator"));
        Assert.Empty(page.FindAll(".kept"));
        Assert.EndsWith("settled", StateOf(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandedBack_OverAFigureThatChangedSince_IsAChoice()
    {
        await using var bench = await EntryBench.StartAsync();
        await bench.SaveElsewhereAsync(Code, "147/218");
        await bench.RefreshAsync();
        var page = bench.OpenEntry(Code, 2026);

        Hand(page, "//", ("numerator", "148"), ("denominator", "218"));

        Assert.Contains("耐震化済みの施設 148棟 147棟", page.Read(".conflict tbody"));
        Assert.True(page.Button(EntryPages.Save).HasAttribute("disabled"));
    }

    [Fact]
    public async Task HandedBack_WhatWasSavedBeforeTheAnswerWasLost_IsKnownAndForgotten()
    {
        await using var bench = await EntryBench.StartAsync();
        await bench.SaveElsewhereAsync(Code, "147/218");
        await bench.RefreshAsync();
        var page = bench.OpenEntry(Code, 2026);
        var before = StateOf(page);

        Hand(page, "//", ("numerator", "147"), ("denominator", "218"), ("reason", "数え直し"));

        Assert.Empty(page.FindAll(".conflict"));
        Assert.Empty(page.FindAll(".kept"));
        Assert.NotEqual(before, StateOf(page)); // by which the browser forgets it
        Assert.EndsWith("settled", StateOf(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{\"at\":\"x\"}")]
    [InlineData("{\"at\":\"2027-04-21T00:30:00Z\",\"over\":\"//\",\"fields\":{\"numerator\":null}}")]
    [InlineData("{\"at\":\"2027-04-21T00:30:00Z\",\"over\":null,\"fields\":{\"numerator\":\"1\"}}")]
    [InlineData("{\"at\":\"2027-04-21T00:30:00Z\",\"over\":\"//\",\"fields\":{\"numerator\":[1]}}")]
    public async Task HandedBack_AnythingElse_ChangesNothing(string json)
    {
        await using var bench = await EntryBench.StartAsync();
        var page = bench.OpenEntry(Code);

        page.Find("input[data-handed]").Change(json);

        Assert.Equal("", page.Typed("numerator"));
        Assert.Empty(page.FindAll(".kept"));
    }

    [Fact]
    public void Chart_HandedBack_GrowsToItsCellsAndNoFurther()
    {
        var kept = new Dictionary<string, string> { ["cell-0-1"] = "加入率", ["cell-7-0"] = "令9", ["cell-7-2"] = "8E3", ["cell-99-1"] = "1", ["cell-x"] = "1", ["form"] = "Stacked", ["unit"] = "%", ["paste"] = "貼る" };

        var (text, pasted) = StatisticText.Of(null).With(kept);

        Assert.Equal((8, 3, StatisticForm.Stacked, "%", "貼る"), (text.Grid.Height, text.Grid.Width, text.Form, text.Unit, pasted));
        Assert.Equal(("加入率", "令9", "8E3"), (text.Grid[0, 1], text.Grid[7, 0], text.Grid[7, 2]));
    }

    private static void Hand(IRenderedComponent<EntryPage> page, string over, params (string Field, string Text)[] fields) => page.Find("input[data-handed]").Change(
        JsonSerializer.Serialize(new { at = "2027-04-21T00:30:00Z", over, fields = fields.ToDictionary(f => f.Field, f => f.Text), here = false }));

    private static string StateOf(IRenderedComponent<EntryPage> page) => page.Find("kept-input").GetAttribute("data-text")!;
}
