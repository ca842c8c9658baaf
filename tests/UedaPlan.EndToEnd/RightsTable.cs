namespace UedaPlan.EndToEnd;

/// <summary>権限の表: who gets what at which address, in open and in closed reading; letters as in RightsAddressTests.</summary>
public static class RightsTable
{
    public static readonly (string Method, string Pattern, string Example, string Open, string Closed)[] Addresses =
    [
        // Reading pages, and what they are made of.
        ("GET", "/", "/", "oooooo", "sooooo"),
        ("GET", "/compare", "/compare", "oooooo", "sooooo"),
        ("GET", "/glossary", "/glossary", "oooooo", "sooooo"),
        ("GET", "/indicators/{Code}", "/indicators/1-1-1-3", "oooooo", "sooooo"),
        ("GET", "/method", "/method", "oooooo", "sooooo"),
        ("GET", "/moments", "/moments", "oooooo", "sooooo"),
        ("GET", "/print", "/print", "oooooo", "sooooo"),
        ("GET", "/print/indicators/{Code}", "/print/indicators/1-1-1-3", "oooooo", "sooooo"),
        ("GET", "/print/parts/{Code}", "/print/parts/1", "oooooo", "sooooo"),
        ("GET", "/print/sections/{Code}", "/print/sections/1-1-1", "oooooo", "sooooo"),
        ("GET", "/sections/{Code}", "/sections/1-1-1", "oooooo", "sooooo"),
        ("GET", "/statistics", "/statistics", "oooooo", "sooooo"),
        ("GET", "/statistics/{Code}", "/statistics/1-1-1-1", "oooooo", "sooooo"),
        ("GET", "/wall", "/wall", "oooooo", "sooooo"),
        ("GET", "/statistics/{code}.csv", "/statistics/1-1-1-1.csv", "oooooo", "sooooo"),
        ("GET", "/wall/code", "/wall/code?to=%2F", "oooooo", "sooooo"),
        ("GET", "/api/v1/board", "/api/v1/board", "oooooo", "uooooo"),
        ("POST", "/hubs/plan/negotiate", "/hubs/plan/negotiate?negotiateVersion=1", "oooooo", "uooooo"),
        ("GET", "/hubs/plan", "/hubs/plan", "rrrrrr", "urrrrr"),
        ("GET", "/licences", "/licences", "oooooo", "sooooo"),
        // Doors and signs, for everybody.
        ("GET", "/access-denied", "/access-denied", "ffffff", "ffffff"),
        ("GET", "/sign-in", "/sign-in", "oohhhh", "oohhhh"),
        ("GET", "/demo", "/demo", "oooooo", "oooooo"),
        ("GET", "/invitation", "/invitation", "oooooo", "oooooo"),
        ("GET", "/not-found", "/not-found", "oooooo", "oooooo"),
        ("GET", "/health", "/health", "oooooo", "oooooo"),
        ("GET", "/health/live", "/health/live", "oooooo", "oooooo"),
        ("GET", "/me", "/me", "nnoooo", "nnoooo"),
        ("GET", "/wall/start-page", "/wall/start-page", "oooooo", "oooooo"),
        ("POST", "/sign-out", "/sign-out", "hhrrrr", "hhrrrr"),
        ("POST", "/demo/sign-in", "/demo/sign-in", "rrrrrr", "rrrrrr"),
        // The department.
        ("GET", "/entry", "/entry", "ssoood", "ssoood"),
        ("GET", "/entry/{Code}", "/entry/1-1-1-3", "ssoeod", "ssoeod"),
        ("GET", "/entry/{Code}/{Year:int}", "/entry/1-1-1-3/2026", "ssoeod", "ssoeod"),
        ("GET", "/entry/statistics", "/entry/statistics", "ssoooo", "ssoooo"),
        ("GET", "/entry/statistics/{Code}", "/entry/statistics/1-1-1-1", "ssoeoo", "ssoeoo"),
        // The plan office.
        ("GET", "/office/accounts", "/office/accounts", "ssdddo", "ssdddo"),
        ("GET", "/office/displays", "/office/displays", "ssdddo", "ssdddo"),
        // What carries circuits: only accounts have any; what a circuit may do is asked again at every step.
        ("POST", "/_blazor/negotiate", "/_blazor/negotiate?negotiateVersion=1", "uuoooo", "uuoooo"),
        ("GET", "/_blazor", "/_blazor", "uurrrr", "uurrrr"),
        ("POST", "/_blazor/disconnect/", "/_blazor/disconnect/", "uurrrr", "uurrrr"),
        ("GET", "/_blazor/initializers/", "/_blazor/initializers/", "uuoooo", "uuoooo"),
        ("GET", "/_framework/opaque-redirect", "/_framework/opaque-redirect", "rrrrrr", "ssrrrr"),
    ];
}
