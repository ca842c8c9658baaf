using Microsoft.AspNetCore.Identity;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>利用者: an account of a department's staff or head, or of the plan office. UserName is the 利用者ID.</summary>
public sealed class Account : IdentityUser
{
    public AuthorRole Role { get; set; }

    /// <summary>Code of the department; null for the plan office.</summary>
    public string? Department { get; set; }

    /// <summary>The invitation this account was made with; unique, so that a link works once.</summary>
    public string? Invitation { get; set; }

    public bool Disabled { get; set; }
}
