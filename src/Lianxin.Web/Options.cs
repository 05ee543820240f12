namespace Lianxin.Web;

/// <summary>What the command line says: <c>lianxin [verb …] [--demo] [--urls …] [--data DIR] [--db "CONNECTION"] [--json-logs]</c>.</summary>
public sealed record Options
{
    public IReadOnlyList<string> Verb { get; init; } = [];

    /// <summary>The operator has a copy of the database; <c>migrate</c> makes none.</summary>
    public bool BackedUp { get; init; }

    /// <summary>Asked what it can do.</summary>
    public bool Help { get; init; }

    public bool Demo { get; init; }

    /// <summary>How many cases the demo year holds.</summary>
    public int DemoCases { get; init; } = 1_500;

    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Folder of database, field key and backups.</summary>
    public string Data { get; init; } = "data";

    /// <summary>SQLite (<c>Data Source=…</c>) or PostgreSQL (<c>Host=…</c>); empty for a file in <see cref="Data"/>.</summary>
    public string Db { get; init; } = "";

    /// <summary>Shipped data: packs, translations, demo.</summary>
    public string Content { get; init; } = "";

    /// <summary>One file beside the program rather than a database server.</summary>
    public bool Embedded => !Db.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    public bool JsonLogs { get; init; }

    /// <summary>PEM file of the certificate (with its chain) for <c>https://</c> addresses; empty where a proxy ends TLS.</summary>
    public string Certificate { get; init; } = "";

    /// <summary>PEM file of its private key.</summary>
    public string CertificateKey { get; init; } = "";

    /// <summary>Where a serving program tells its operator address and one-time code: not among logs that a machine reads.</summary>
    public TextWriter Voice => JsonLogs ? Console.Error : Console.Out;

    /// <summary>Networks whose forwarded headers are believed, e.g. <c>10.0.0.0/8</c>; nobody's by default.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    public static Options Parse(string[] args)
    {
        var options = new Options();
        var verb = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            string Value() => ++i < args.Length ? args[i] : throw new FormatException($"{args[i - 1]} needs a value.");
            switch (args[i])
            {
                case "--help" or "-h" or "help": options = options with { Help = true }; break;
                case "--demo": options = options with { Demo = true }; break;
                case "--demo-cases": options = options with { Demo = true, DemoCases = int.Parse(Value(), System.Globalization.CultureInfo.InvariantCulture) }; break;
                case "--backed-up": options = options with { BackedUp = true }; break;
                case "--json-logs": options = options with { JsonLogs = true }; break;
                case "--urls": options = options with { Urls = Value() }; break;
                case "--data": options = options with { Data = Value() }; break;
                case "--db": options = options with { Db = Value() }; break;
                case "--content": options = options with { Content = Value() }; break;
                case "--certificate": options = options with { Certificate = Value() }; break;
                case "--certificate-key": options = options with { CertificateKey = Value() }; break;
                case "--proxy": options = options with { Proxies = [.. options.Proxies, Value()] }; break;
                case var word when word.StartsWith("--", StringComparison.Ordinal): throw new FormatException($"Unknown option {word}.");
                default: verb.Add(args[i]); break;
            }
        }

        return options with { Verb = verb };
    }
}
