using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Marks;

/// <summary>バレットの形: where baseline, actual, pace and target lie on a bar of a given width, with labels that never touch.</summary>
public sealed class BulletGeometry
{
    private const double Air = 0.15;
    private const double LabelGap = 12;

    private readonly double _low;
    private readonly double _high;

    /// <param name="card">The indicator.</param>
    /// <param name="width">Width of the bar in pixels.</param>
    /// <param name="ahead">Whether the forecast of a limit or floor is drawn: inside today, on its way out.</param>
    /// <param name="labelSize">Height of the labels' characters in pixels.</param>
    public BulletGeometry(IndicatorCard card, double width, bool ahead = false, double labelSize = 14)
    {
        var count = card.Judgement.First;
        var indicator = card.Indicator;
        (Width, LabelSize) = (width, labelSize);
        var target = (double)indicator.Target.Values[0].Number;
        double? start = indicator.Baseline is { } baseline ? (double)baseline.Values[0].Number : null;
        // Without a baseline the line starts from nothing, in the year before the indicator was created.
        var forecast = ahead && count.Value is not null && indicator.Kind is IndicatorKind.Limit or IndicatorKind.Floor ? count.Forecast : null;
        double[] values = [target, start ?? 0, .. Numbers(count.Value, count.Pace, forecast)];
        (_low, _high) = Spread(values.Min(), values.Max());
        Target = At(target);
        Start = start is { } s ? At(s) : null;
        Value = count.Value is { } v ? At((double)v) : null;
        Pace = indicator.Kind == IndicatorKind.Keep || count.Pace is not { } pace ? null : At((double)pace);
        Forecast = forecast is { } f ? At((double)f) : null;
        Hatch = indicator.Kind switch
        {
            IndicatorKind.Limit => (Target, width - Target),
            IndicatorKind.Floor => (0, Target),
            _ => null,
        };
        (StartLabel, TargetLabel) = Place($"基準 {Short(indicator.BaselinePrinted)}", $"目標 {Short(indicator.Target.Printed)}");
    }

    public double Width { get; }
    public double LabelSize { get; }
    public double Target { get; }
    public double? Start { get; }
    public double? Value { get; }
    public double? Pace { get; }

    /// <summary>Where the forecast of a limit or floor lies; null where it is not drawn.</summary>
    public double? Forecast { get; }

    /// <summary>From and length of the range a limit or floor must not enter.</summary>
    public (double From, double Length)? Hatch { get; }
    public Label StartLabel { get; }
    public Label TargetLabel { get; }

    /// <summary>The label above the pace mark, kept inside the bar.</summary>
    public Label PaceLabel(string text)
    {
        var width = WidthOf(text);
        return new Label(text, Math.Clamp((Pace ?? 0) - (width / 2), 0, Math.Max(0, Width - width)), width);
    }

    private static IEnumerable<double> Numbers(params decimal?[] values) => values.OfType<decimal>().Select(v => (double)v);

    private static (double Low, double High) Spread(double least, double most)
    {
        var span = most - least;
        if (span == 0) (least, span) = (least - Math.Max(1, Math.Abs(least) * 0.1), 2 * Math.Max(1, Math.Abs(least) * 0.1));
        var air = span * Air / (1 - (2 * Air));
        return (least - air, least + span + air);
    }

    private double At(double value) => Math.Round((value - _low) / (_high - _low) * Width, 1);

    private (Label Start, Label Target) Place(string startText, string targetText)
    {
        var (startWidth, targetWidth) = (WidthOf(startText), WidthOf(targetText));
        var startsLeft = (Start ?? 0) <= Target;
        var (leftWidth, rightWidth) = startsLeft ? (startWidth, targetWidth) : (targetWidth, startWidth);
        var (leftAt, rightAt) = startsLeft ? (Start ?? 0, Target) : (Target, Start ?? 0);
        var left = Math.Clamp(leftAt - (leftWidth / 2), 0, Math.Max(0, Width - leftWidth));
        var right = Math.Clamp(rightAt - (rightWidth / 2), 0, Math.Max(0, Width - rightWidth));
        if (left + leftWidth + LabelGap > right)
        {
            var middle = (left + leftWidth + right) / 2;
            left = Math.Clamp(middle - (LabelGap / 2) - leftWidth, 0, Math.Max(0, Width - leftWidth - LabelGap - rightWidth));
            right = left + leftWidth + LabelGap;
        }
        return startsLeft
            ? (new Label(startText, left, startWidth), new Label(targetText, right, targetWidth))
            : (new Label(startText, right, startWidth), new Label(targetText, left, targetWidth));
    }

    // A Japanese character is as wide as it is high, the others a good half of that.
    private double WidthOf(string text) => text.Sum(c => c > 0x2000 ? 1.0 : 0.58) * LabelSize;

    // The counts behind a rate and remarks in brackets stand elsewhere; here there is room for the number.
    private static string Short(string printed) => printed.Split(' ')[0];

    /// <summary>ラベル: a text and where its left edge lies.</summary>
    public sealed record Label(string Text, double Left, double Width)
    {
        public double Right => Left + Width;
        public string Name => Text[..Text.LastIndexOf(' ')];
        public string Number => Text[(Text.LastIndexOf(' ') + 1)..];
    }
}
