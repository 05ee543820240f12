using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;

namespace Lianxin.Platform.Ui;

/// <summary>Addresses of the built files, named by their content.</summary>
public sealed class Assets
{
    private readonly FrozenDictionary<string, string> files;

    public Assets(IWebHostEnvironment host)
    {
        var manifest = Path.Combine(host.WebRootPath ?? "", "assets", "manifest.json");
        files = File.Exists(manifest)
            ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(manifest))!.ToFrozenDictionary()
            : FrozenDictionary<string, string>.Empty;
    }

    public string this[string name] => "/assets/" + files.GetValueOrDefault(name, name);
}
