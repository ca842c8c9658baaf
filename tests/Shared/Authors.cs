using UedaPlan.Domain;

namespace UedaPlan.Tests;

/// <summary>入力者: who may publish a figure of an indicator, and who may not.</summary>
public static class Authors
{
    public static Author PlanOffice { get; } = new("office", AuthorRole.PlanOffice, null);

    public static Author HeadOf(Indicator indicator) => new("head", AuthorRole.Head, indicator.Department.Code);

    public static Author StaffOf(Indicator indicator) => new("staff", AuthorRole.Staff, indicator.Department.Code);
}
