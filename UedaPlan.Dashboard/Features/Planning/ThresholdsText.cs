using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Planning;

/// <summary>境目の入力: both thresholds as typed, in percent.</summary>
public sealed record ThresholdsText(string Watch, string Keep)
{
    private const int MostDecimals = 1;

    public static ThresholdsText Of(Thresholds thresholds) => new($"{thresholds.WatchFrom * 100:0.##}", $"{thresholds.KeepFrom * 100:0.##}");

    public string? WatchProblem => ProblemOf(Watch);
    public string? KeepProblem => ProblemOf(Keep);

    /// <summary>Null while something typed is no threshold.</summary>
    public Thresholds? Thresholds => WatchProblem is null && KeepProblem is null ? new(ShareOf(Watch), ShareOf(Keep)) : null;

    public override string ToString() => $"{Watch}% と {Keep}%";

    private static decimal ShareOf(string text) => TargetRules.ReadValue(text).Number / 100;

    private static string? ProblemOf(string text)
    {
        try
        {
            return TargetRules.ReadValue(text) switch
            {
                { Number: <= 0 or >= 100 } => "0より大きく、100より小さい数を入力してください",
                { Decimals: > MostDecimals } => $"小数点以下は{MostDecimals}桁までです",
                _ => null,
            };
        }
        catch (PlanRuleException e)
        {
            return e.Message;
        }
    }
}
