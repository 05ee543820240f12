using System.Buffers.Binary;
using System.Text;

namespace Lianxin.Tests.Files;

/// <summary>Short words to lay bytes beside each other.</summary>
internal static class Bytes
{
    public static byte[] Join(params IEnumerable<byte>[] parts) => [.. parts.SelectMany(part => part)];

    public static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] Big2(int value) => [(byte)(value >> 8), (byte)value];

    public static byte[] Big4(long value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)value);
        return bytes;
    }

    public static byte[] Big8(long value) => Join(Big4(value >> 32), Big4(value & uint.MaxValue));

    public static byte[] Little4(long value) => [.. Big4(value).Reverse()];

    public static bool Has(byte[] bytes, string text) => bytes.AsSpan().IndexOf(Latin(text)) >= 0;
}
