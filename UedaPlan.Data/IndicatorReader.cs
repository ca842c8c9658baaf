using System.Collections.Immutable;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>指標を読む: one indicator of a plan file, with every rule that keeps judging free of surprises.</summary>
internal sealed class IndicatorReader(PlanObject o, IReadOnlyDictionary<string, Department> departments, SectionCode section)
{
    private const int MostCounts = 10;
    private const int LongestCountName = 20;

    public Indicator Read()
    {
        var counts = o.Has("counts") ? ReadCountNames() : [];
        var baseline = o.Child("baseline") is { } b ? ReadBaseline(b, counts.Length) : null;
        var target = ReadTarget(o.RequiredChild("target"), counts.Length);
        var upcoming = RevisionReader.ReadUpcoming(o, counts.Length);
        var indicator = new Indicator
        {
            Code = ReadCode(),
            Name = o.Title("name"),
            ShortName = o.Text("shortName"),
            NameReading = o.OptionalHiragana("reading"),
            Unit = o.Text("unit"),
            Department = PlanFileReader.DepartmentOf(o, departments),
            Baseline = baseline,
            Created = o.OptionalYear("created"),
            BaselinePrinted = (baseline is null ? o.OptionalText("baselinePrinted") : baseline.Printed) ?? "―",
            Target = target,
            Pair = o.Child("pair") is { } pair ? ReadPair(pair) : null,
            CountNames = counts,
            Settlement = o.Flag("settlement"),
            Survey = o.Flag("survey"),
            StandingDeadline = DeadlineReader.Standing(o),
            YearDeadlines = DeadlineReader.Years(o),
            MayBeDash = o.Flag("dash"),
            Method = o.OptionalText("method"),
            NationalLines = o.Has("nationalLines") ? [.. o.Objects("nationalLines").Select(ReadLine)] : [],
            Assumed = o.Has("assumed") ? [.. o.Texts("assumed").Select(a => ReadAssumption(a.Text))] : [],
            Revisions = RevisionReader.ReadPast(o),
            Upcoming = [.. upcoming.Select(u => u.Target).OrderBy(u => u.Effective)],
        };
        indicator = indicator with { IsShare = indicator.Unit == "%" && !o.Flag("notShare") };
        Check(indicator);
        foreach (var (later, at) in upcoming) CheckTarget(indicator with { Target = later.Target }, at); // what is wrong today must not be found out on its day
        o.End();
        return indicator;
    }

    private IndicatorCode ReadCode()
    {
        var text = o.Text("code");
        if (!IndicatorCode.TryParse(text, out var code))
        {
            if (text.Length > 0) o.Problem("code", $"指標の番号「{text}」は「1-2-3-4」の形にしてください");
        }
        else if (section != default && code.Section != section) o.Problem("code", $"指標 {code} は施策 {section} の番号ではありません");
        return code;
    }

    private void Check(Indicator indicator)
    {
        if (indicator.Baseline is null && indicator.Created is null)
        {
            o.Problem($"指標 {indicator.Code} には基準値「baseline」か創設年度「created」が必要です");
            return;
        }
        if (indicator.Baseline is not null && indicator.Created is not null) o.Problem("created", "基準値のある指標に「created」は書けません");
        if (indicator.Pair is not null && indicator.Unit != "%") o.Problem("pair", "2つの数から率を出せるのは、単位が%の指標だけです");
        if (indicator.Pair is not null && !indicator.CountNames.IsEmpty) o.Problem("pair", "「pair」と「counts」は一緒に書けません");
        CheckTarget(indicator, o);
    }

    private void CheckTarget(Indicator indicator, PlanObject at)
    {
        if (indicator.Baseline is null && indicator.Created is null) return; // said already
        if (at.Has("target") && indicator.Target.Year <= indicator.StartYear) at.Problem("target", $"指標 {indicator.Code} の目標の年度は、基準値(創設)の年度より後にしてください");
        if (indicator.MayBeDash && indicator.Target.Bound != Bound.Below) o.Problem("dash", "「－」と公表できるのは、目標が「未満」の指標だけです");
        if (!at.Has("target") || indicator.Target.Values.Length != (indicator.Baseline?.Values.Length ?? indicator.Target.Values.Length)) return;
        CheckDirection(indicator, at);
    }

    private static void CheckDirection(Indicator indicator, PlanObject at)
    {
        for (var i = 0; i < indicator.Target.Values.Length; i++)
        {
            var target = indicator.Target.Values[i].Number;
            var start = indicator.Baseline?.Values[i].Number ?? 0;
            var falls = target < start || (i == 0 && indicator.Kind == IndicatorKind.Floor); // 66% printed twice may still fall in its counts
            if (indicator.Target.Bound == Bound.None && falls) at.Problem("target", $"指標 {indicator.Code} の目標が基準値より低くなっています。「bound」に atLeast か below を書いてください");
            if (indicator.IsShare && Math.Max(target, start) > 100) at.Problem("target", $"指標 {indicator.Code} の値が100%を超えています。割合でなければ「notShare」に true を書いてください");
            if (indicator.Baseline is null && target <= 0) at.Problem("target", $"基準値のない指標 {indicator.Code} の目標は0より大きくしてください");
        }
    }

    private static Baseline ReadBaseline(PlanObject b, int counts)
    {
        var baseline = new Baseline(b.Year("year"), ReadValues(b, counts), b.Text("printed"));
        b.End();
        return baseline;
    }

    internal static Target ReadTarget(PlanObject t, int counts)
    {
        var bound = t.OptionalText("bound") switch { null => Bound.None, "atLeast" => Bound.AtLeast, "below" => Bound.Below, _ => (Bound?)null };
        if (bound is null) t.Problem("bound", "「bound」には atLeast(以上)か below(未満)を書いてください");
        var target = new Target(t.Year("year"), ReadValues(t, counts), bound ?? Bound.None, t.Text("printed"));
        t.End();
        return target;
    }

    private static ImmutableArray<PrintedValue> ReadValues(PlanObject v, int counts)
    {
        if (counts > 0)
        {
            var values = v.Numbers("values");
            if (values.Count != counts) v.Problem("values", $"「values」には{counts}つの数を書いてください");
            if (values.Any(n => n != decimal.Truncate(n))) v.Problem("values", "「values」には整数を書いてください");
            return [.. Enumerable.Range(0, counts).Select(i => new PrintedValue(i < values.Count ? values[i] : 0, 0))];
        }
        var (number, decimals) = (v.Number("value"), v.OptionalInteger("decimals") ?? 0);
        if (decimals is < 0 or > 4) v.Problem("decimals", "「decimals」には0から4までの桁数を書いてください");
        else if (number != decimal.Round(number, decimals)) v.Problem("value", "「value」の小数点以下の桁数が「decimals」と合いません");
        return [new PrintedValue(number, Math.Clamp(decimals, 0, 4), ReadPrintedCounts(v, number, decimals))];
    }

    private static Reading.Ratio? ReadPrintedCounts(PlanObject v, decimal number, int decimals)
    {
        if (!v.Has("numerator") && !v.Has("denominator")) return null;
        var ratio = new Reading.Ratio(v.Integer("numerator"), v.Integer("denominator"));
        if (ratio.Denominator < 1 || ratio.Numerator < 0 || ratio.Numerator > ratio.Denominator)
        {
            v.Problem("numerator", "「numerator」は0以上、「denominator」以下にしてください");
            return null;
        }
        var rate = FigureFormat.PercentOf(ratio);
        if (Math.Round(rate, Math.Clamp(decimals, 0, 4), MidpointRounding.AwayFromZero) != number) v.Problem("value", $"「value」が {ratio.Numerator}÷{ratio.Denominator} と合いません");
        return ratio;
    }

    private static CountPair ReadPair(PlanObject p)
    {
        var pair = new CountPair(p.Text("numerator"), p.Text("denominator"), p.Text("unit"), p.Flag("required"));
        p.End();
        return pair;
    }

    private ImmutableArray<CountName> ReadCountNames()
    {
        var names = o.Objects("counts").Select(ReadCountName).ToImmutableArray();
        if (names.Length is < 2 or > MostCounts) o.Problem("counts", $"「counts」には2つから{MostCounts}個までの数の名前を書いてください");
        if (names.Select(n => n.Name).Distinct().Count() != names.Length) o.Problem("counts", "「counts」の中で数の名前が重なっています");
        return names;
    }

    private static CountName ReadCountName(PlanObject c)
    {
        var name = new CountName(c.Text("name"), c.Text("label"));
        if (name.Name.Length > 0 && !CanBeStored(name.Name)) c.Problem("name", "数の名前は20字までで、数字、記号、空白は使えません");
        c.End();
        return name;
    }

    // Figures are stored as text (講演会1・研修会2): a name that does not read back would make every board unreadable.
    private static bool CanBeStored(string name)
    {
        var written = new Reading.Counts([new NamedCount(name, 1), new NamedCount(name, 20)]);
        try
        {
            return name.Length <= LongestCountName && written.Equals(Reading.Parse(written.ToText()));
        }
        catch (PlanRuleException)
        {
            return false;
        }
    }

    private static NationalLine ReadLine(PlanObject l)
    {
        var line = new NationalLine(l.Text("name"), l.Number("value"));
        l.End();
        return line;
    }

    private Assumption ReadAssumption(string text)
    {
        switch (text)
        {
            case "department": return Assumption.Department;
            case "deadline": return Assumption.Deadline;
            case "bound": return Assumption.Bound;
            case "perYear": return Assumption.PerYear;
            default:
                o.Problem("assumed", $"「assumed」に「{text}」は使えません");
                return Assumption.Department;
        }
    }
}
