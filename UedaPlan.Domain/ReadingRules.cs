namespace UedaPlan.Domain;

/// <summary>報告値の規則: whether a reading makes sense for an indicator.</summary>
internal static class ReadingRules
{
    public static void Check(Indicator indicator, Reading reading)
    {
        switch (reading)
        {
            case Reading.Dash when !indicator.MayBeDash || indicator.Kind != IndicatorKind.Limit: // 「負担なし」 is only good below a limit
                throw new PlanRuleException("この指標では「－」は使えません。数を入力してください", FigureField.Reading);
            case Reading.Ratio ratio:
                CheckRatio(indicator, ratio);
                break;
            case Reading.Counts counts:
                CheckCounts(indicator, counts);
                break;
            case Reading.Amount amount:
                CheckAmount(indicator, amount.Value);
                break;
        }
    }

    private static void CheckRatio(Indicator indicator, Reading.Ratio ratio)
    {
        if (indicator.Pair is not { } pair) throw new PlanRuleException("この指標は1つの数で入力してください", FigureField.Reading);
        if (ratio.Numerator < 0) throw new PlanRuleException("0以上の数を入力してください", FigureField.Numerator);
        if (ratio.Denominator < 1) throw new PlanRuleException("1以上の数を入力してください", FigureField.Denominator);
        CheckSize(ratio.Numerator, FigureField.Numerator);
        CheckSize(ratio.Denominator, FigureField.Denominator);
        if (indicator.IsShare && ratio.Numerator > ratio.Denominator)
        {
            throw new PlanRuleException($"{pair.Denominator}({ratio.Denominator:N0}{pair.Unit})以下の数を入力してください", FigureField.Numerator);
        }
    }

    private static void CheckCounts(Indicator indicator, Reading.Counts counts)
    {
        var wanted = indicator.CountNames.Select(c => c.Name);
        if (indicator.CountNames.IsEmpty || !counts.Items.Select(i => i.Name).SequenceEqual(wanted))
        {
            throw new PlanRuleException(indicator.CountNames.IsEmpty
                ? "この指標は1つの数で入力してください"
                : $"{string.Join("と", wanted)}の数をそろえて入力してください", FigureField.Reading);
        }
        foreach (var item in counts.Items)
        {
            if (item.Value < 0) throw new PlanRuleException("0以上の数を入力してください", FigureField.Reading);
            CheckSize(item.Value, FigureField.Reading);
        }
    }

    private static void CheckAmount(Indicator indicator, decimal value)
    {
        if (!indicator.CountNames.IsEmpty) throw new PlanRuleException($"{string.Join("と", indicator.CountNames.Select(c => c.Name))}の数をそろえて入力してください", FigureField.Reading);
        if (indicator.Pair is { Required: true } pair) throw new PlanRuleException($"{pair.Numerator}と{pair.Denominator}の数で入力してください", FigureField.Reading);
        if (value < 0) throw new PlanRuleException("0以上の数を入力してください", FigureField.Reading);
        CheckSize(value, FigureField.Reading);
        var decimals = indicator.DecimalsOf(null);
        if (value != decimal.Round(value, decimals))
        {
            throw new PlanRuleException(decimals == 0 ? "整数で入力してください" : $"小数点以下は{decimals}桁までです", FigureField.Reading);
        }
        if (indicator.IsShare && value > 100) throw new PlanRuleException("100以下の数を入力してください", FigureField.Reading);
    }

    private static void CheckSize(decimal value, FigureField field)
    {
        if (Reading.DigitsOf(value) > Reading.MostDigits) throw new PlanRuleException($"{Reading.MostDigits}桁までの数を入力してください", field);
    }
}
