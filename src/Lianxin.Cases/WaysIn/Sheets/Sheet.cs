using System.Globalization;
using System.Text;
using ExcelDataReader;
using Lianxin.Platform;

namespace Lianxin.Cases.WaysIn.Sheets;

/// <summary>The first sheet of a file as text, cell by cell.</summary>
internal static class Sheet
{
    public const int MostRows = 200;
    private const int MostBlank = 5_000;
    private const int MostColumns = 60;
    private const int LongestCell = 5_000;

    /// <exception cref="Refusal">At <c>files</c>: too long, or not what it says it is.</exception>
    public static IReadOnlyList<string[]> Read(byte[] bytes, bool text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            using var stream = new MemoryStream(bytes);
            using var reader = text
                ? ExcelReaderFactory.CreateCsvReader(stream, new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding("GB18030") })
                : ExcelReaderFactory.CreateReader(stream);
            var rows = new List<string[]>();
            for (var read = 0; reader.Read(); read++)
            {
                if (read > MostBlank) throw new Refusal("一次最多 {0} 行，请分几个文件", "files", MostRows);
                var row = new string[Math.Min(reader.FieldCount, MostColumns)];
                for (var i = 0; i < row.Length; i++) row[i] = Cell(reader.GetValue(i));
                if (!Array.Exists(row, c => c.Length > 0)) continue;
                rows.Add(row);
                if (rows.Count > MostRows + 20) throw new Refusal("一次最多 {0} 行，请分几个文件", "files", MostRows);
            }

            return rows;
        }
        catch (Exception e) when (e is not Refusal)
        {
            // Whatever a broken file makes the reader throw, the person hears the same.
            throw new Refusal("这个表格打不开，请另存为 .xlsx 再试", "files");
        }
    }

    private static string Cell(object? value)
    {
        var text = value switch
        {
            null => "",
            DateTime at => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            double number => number.ToString("0.####", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        return Lianxin.Platform.Text.CleanText.TryTake(text.Length > LongestCell ? text[..LongestCell] : text, out var clean, out _) ? clean : "";
    }
}
