namespace UedaPlan.Dashboard.Marks;

/// <summary>グラフの文字: a text beside what it names. X and Y are the point it is anchored at, Y on the line of writing.</summary>
public sealed record TrendLabel(string Text, string Role, double X, double Y, string Anchor, double Size)
{
    /// <summary>A Japanese character is as wide as it is high, the others a good half of that.</summary>
    public static double WidthOf(string text, double size) => text.Sum(c => c > 0x2000 ? 1.0 : 0.6) * size;

    public double Width => WidthOf(Text, Size);
    public double Left => Anchor switch { "middle" => X - (Width / 2), "end" => X - Width, _ => X };
    public double Right => Left + Width;
    public double Top => Y - (Size * 0.9);
    public double Bottom => Y + (Size * 0.15);

    public bool Touches(TrendLabel other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}

/// <summary>文字の置き場所: puts each label where it covers no other label and as little of the lines as possible.</summary>
internal sealed class TrendLabelPlacer(double width, double height)
{
    private const double Collision = 10_000;
    private const double Spacing = 4; // between two samples of a line

    private readonly List<TrendLabel> _placed = [];
    private readonly List<(double X, double Y, double Weight)> _ink = [];

    public IReadOnlyList<TrendLabel> Placed => _placed;

    /// <summary>A line labels should rather not cover.</summary>
    public void Avoid(IReadOnlyList<(double X, double Y)> line, double weight)
    {
        for (var i = 1; i < line.Count; i++)
        {
            var (a, b) = (line[i - 1], line[i]);
            var samples = Math.Max(1, (int)(Math.Sqrt(Math.Pow(b.X - a.X, 2) + Math.Pow(b.Y - a.Y, 2)) / Spacing));
            for (var s = 0; s <= samples; s++) _ink.Add((a.X + ((b.X - a.X) * s / samples), a.Y + ((b.Y - a.Y) * s / samples), weight));
        }
    }

    public void Avoid((double X, double Y) point, double radius, double weight)
    {
        (double X, double Y)[] box = [(point.X - radius, point.Y - radius), (point.X + radius, point.Y - radius), (point.X + radius, point.Y + radius), (point.X - radius, point.Y + radius)];
        foreach (var (x, y) in box.Append(point)) _ink.Add((x, y, weight));
    }

    public void Fix(TrendLabel label) => _placed.Add(label);

    /// <summary>Takes the best place, the first of equals; without a free one the label is left out: the table has its value.</summary>
    public void Place(string text, string role, double size, IEnumerable<(double X, double Y, string Anchor)> places)
    {
        var choices = places.Select((p, i) => Judged(new TrendLabel(text, role, Math.Round(p.X, 1), Math.Round(p.Y, 1), p.Anchor, size), i));
        if (choices.Where(c => c.Cost < Collision).OrderBy(c => c.Cost).FirstOrDefault().Label is { } best) _placed.Add(best);
    }

    private (TrendLabel Label, double Cost) Judged(TrendLabel label, int order)
    {
        var covered = _ink.Where(p => p.X > label.Left - 2 && p.X < label.Right + 2 && p.Y > label.Top && p.Y < label.Bottom).Sum(p => p.Weight);
        var outside = label.Left < 0 || label.Right > width || label.Top < 0 || label.Bottom > height;
        return (label, covered + (order * 2) + (outside ? Collision : 0) + (_placed.Any(label.Touches) ? Collision : 0));
    }
}
