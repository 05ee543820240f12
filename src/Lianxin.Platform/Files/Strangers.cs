using System.Text;
using Lianxin.Platform.Text;

namespace Lianxin.Platform.Files;

/// <summary>Names the commonest things that are not taken, so that a person knows what to do instead.</summary>
internal static class Strangers
{
    public static Sentence Refuse(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'M', (byte)'Z', ..] or [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'#', (byte)'!', ..]
            or [0xCA, 0xFE, 0xBA, 0xBE, ..] or [0xCF or 0xCE, 0xFA, 0xED, 0xFE, ..] => FileRefusals.Program,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] or [(byte)'B', (byte)'M', ..]
            or [(byte)'I', (byte)'I', (byte)'*', 0, ..] or [(byte)'M', (byte)'M', 0, (byte)'*', ..] => FileRefusals.OtherPicture,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'A', (byte)'V', (byte)'I', ..]
            or [(byte)'F', (byte)'L', (byte)'V', ..] or [0x30, 0x26, 0xB2, 0x75, ..] or [0, 0, 1, 0xBA, ..] => FileRefusals.OtherVideo,
        _ => IsMarkup(bytes) ? FileRefusals.WebPage : FileRefusals.Unknown,
    };

    private static bool IsMarkup(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 1024)]).Replace("\0", "", StringComparison.Ordinal);
        return head.TrimStart('ï', '»', '¿', 'ÿ', 'þ', ' ', '\t', '\r', '\n').StartsWith('<')
            || head.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<svg", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<script", StringComparison.OrdinalIgnoreCase);
    }
}
