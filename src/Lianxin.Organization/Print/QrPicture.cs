using System.Text;
using QRCoder;

namespace Lianxin.Organization.Print;

/// <summary>An address as a QR code: one black path, no style and no script, so that the strictest content policy lets it through.</summary>
internal static class QrPicture
{
    /// <summary>SVG markup. Level Q still reads when a quarter of a weathered sign is gone.</summary>
    public static string Of(string address, string title)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.Q);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (!rows[y][x]) continue;
                var from = x;
                while (x + 1 < rows[y].Count && rows[y][x + 1]) x++;
                path.Append($"M{from} {y}h{x - from + 1}v1h-{x - from + 1}z");
            }
        }

        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {rows.Count} {rows.Count}" shape-rendering="crispEdges" role="img" aria-label="{System.Net.WebUtility.HtmlEncode(title)}"><path d="{path}"/></svg>""";
    }
}
