using System.Reflection;
using System.Xml.Linq;
using Microsoft.AspNetCore.Components;
using UedaPlan.Dashboard.Live;

namespace UedaPlan.Dashboard.Tests;

/// <summary>The rules of the house that a reader of the code relies on.</summary>
public sealed class LayoutRulesTests
{
    private static readonly string Root = FindRoot();
    private static readonly string[] Products = ["UedaPlan.Domain", "UedaPlan.Data", "UedaPlan.Dashboard"];

    [Fact]
    public void Dashboard_AsCompiled_KnowsNothingOfEfCore() =>
        Assert.DoesNotContain(typeof(LiveBoard).Assembly.GetReferencedAssemblies(), a => a.Name!.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));

    [Fact]
    public void Domain_ProjectFile_HasNoPackageAndNoProject()
    {
        var project = XDocument.Load(Path.Combine(Root, "UedaPlan.Domain", "UedaPlan.Domain.csproj"));

        Assert.Empty(project.Descendants("PackageReference"));
        Assert.Empty(project.Descendants("ProjectReference"));
        Assert.Empty(project.Descendants("FrameworkReference"));
    }

    [Theory]
    [InlineData("*.razor", 120)]
    [InlineData("*.cs", 200)]
    [InlineData("*.js", 150)]
    public void ProductFile_OfEachKind_StaysWithinItsLimit(string pattern, int limit) =>
        Assert.Empty(Products.SelectMany(p => FilesOf(Path.Combine(Root, p), pattern)).Where(f => LinesOf(f) > limit).Select(Named));

    [Fact]
    public void TestFile_StaysWithinThreeHundredLines() =>
        Assert.Empty(FilesOf(Path.Combine(Root, "tests"), "*.cs").Where(f => LinesOf(f) > 300).Select(Named));

    [Fact]
    public void CodeBlock_OfAComponent_StaysWithinSixtyLines() =>
        Assert.Empty(FilesOf(Path.Combine(Root, "UedaPlan.Dashboard"), "*.razor")
            .Where(f => File.ReadLines(f).SkipWhile(l => !l.StartsWith("@code", StringComparison.Ordinal)).Count() > 60 + 2).Select(Named));

    [Fact]
    public void Folder_NamedAfterNothing_DoesNotExist() =>
        Assert.Empty(Products.Append("tests").SelectMany(p => Directory.EnumerateDirectories(Path.Combine(Root, p), "*", SearchOption.AllDirectories))
            .Where(d => !IsMade(d) && Path.GetFileName(d) is "Helpers" or "Utils" or "Services" or "Models" or "Common" or "Managers").Select(Named));

    [Fact]
    public void Component_HasNoCodeBehind() =>
        Assert.Empty(FilesOf(Path.Combine(Root, "UedaPlan.Dashboard"), "*.razor.cs").Select(Named));

    [Fact]
    public void ReadingPage_HasNoInteractiveRenderMode()
    {
        var pages = typeof(LiveBoard).Assembly.GetTypes().Where(t => t.GetCustomAttribute<ReadingPageAttribute>() is not null).ToList();

        Assert.True(pages.Count >= 4);
        Assert.DoesNotContain(pages, p => p.GetCustomAttributes().Any(a => a is RenderModeAttribute or WorkingPageAttribute));
        Assert.All(pages, p => Assert.Contains(p.GetCustomAttributes<RouteAttribute>(), _ => true));
    }

    [Fact]
    public void Styles_OfComponents_HoldNoLiteralColourAndNoInlineStyle()
    {
        var styles = FilesOf(Path.Combine(Root, "UedaPlan.Dashboard"), "*.razor.css").Where(f => System.Text.RegularExpressions.Regex.IsMatch(File.ReadAllText(f), @"#[0-9a-fA-F]{3,8}\b|rgba?\("));
        var inline = FilesOf(Path.Combine(Root, "UedaPlan.Dashboard"), "*.razor").Where(f => File.ReadAllText(f).Contains("style=\"", StringComparison.Ordinal));

        Assert.Empty(styles.Concat(inline).Select(Named));
    }

    private static IEnumerable<string> FilesOf(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Where(f => !IsMade(f) && !f.Contains($"{Path.DirectorySeparatorChar}Migrations{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static bool IsMade(string path) => path.Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj" or "node_modules" or "lib" or "App_Data");

    private static int LinesOf(string file) => File.ReadLines(file).Count();

    private static string Named(string path) => $"{Path.GetRelativePath(Root, path)}";

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "UedaPlan.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
