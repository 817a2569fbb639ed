// Files as people have them: what spreadsheets, R and statistical offices write, and the table that is meant.

#include "base/error.hpp"
#include "io/read_table.hpp"
#include "io/write_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace tarazy {
namespace csv_habits_test {

struct Habit {
    const char* what;
    std::string text;
    std::string meant;  ///< as we write the table
    std::string note;   ///< that must be there; empty = none at all
};

const std::vector<Habit>& habits() {
    static const std::string cases = "case,A,B,Y\nAU,1,0,0\nBE,1,1,1\nCZ,0,1,0\n";
    static const std::string named = "its first column has no name: it is called 'case'";
    static const std::string counted = "its first column has no name and only counts the rows: it was passed over";
    static const std::vector<Habit> all = {
        {"plain", cases, cases, ""},
        {"write.csv of R with names of cases", "\"\",\"A\",\"B\",\"Y\"\n\"AU\",1,0,0\n\"BE\",1,1,1\n\"CZ\",0,1,0\n",
         cases, named},
        {"write.csv of R with numbers", "\"\",\"rcid\",\"vote\"\n\"1\",1,1\n\"2\",2,3\n", "rcid,vote\n1,1\n2,3\n",
         counted},
        {"to_csv of pandas", ",rcid,vote\n0,1,1\n1,2,3\n", "rcid,vote\n1,1\n2,3\n", counted},
        {"write.table of R, blanks", "\"A\" \"B\" \"Y\"\n\"AU\" 1 0 0\n\"BE\" 1 1 1\n\"CZ\" 0 1 0\n", cases, named},
        {"write.table of R, tabs without quotes", "A\tB\tY\nAU\t1\t0\t0\nBE\t1\t1\t1\nCZ\t0\t1\t0\n", cases, named},
        {"write.table of R, rows counted", "\"rcid\",\"vote\"\n\"1\",1,1\n\"2\",2,3\n", "rcid,vote\n1,1\n2,3\n",
         counted},
        {"write.csv2 of R", "\"\";\"A\";\"B\"\n\"AU\";0,5;1\n\"BE\";0,25;0\n", "case,A,B\nAU,0.5,1\nBE,0.25,0\n",
         named},
        {"empty columns and row of Excel", "case,A,B,Y,,\nAU,1,0,0,,\nBE,1,1,1,,\nCZ,0,1,0,,\n,,,,,\n", cases,
         "1 empty row was passed over"},
        {"Excel leaves out trailing delimiters", "case,A,B,Y,,\nAU,1,0,0,,\nBE,1,1,1\nCZ,0,1,0,\n", cases,
         "empty fields behind the last column 'Y' were passed over in 2 rows"},
        {"rows end in a delimiter", "case,A,B,Y\nAU,1,0,0,\nBE,1,1,1,\nCZ,0,1,0,\n", cases,
         "empty fields behind the last column 'Y' were passed over in 3 rows"},
        {"an empty column in the middle", "case,A,,B,Y\nAU,1,,0,0\nBE,1,,1,1\nCZ,0,,1,0\n", cases,
         "an empty column without a name (field 3) was passed over"},
        {"an empty column before the table", ",case,A,B,Y\n,AU,1,0,0\n,BE,1,1,1\n,CZ,0,1,0\n", cases,
         "an empty column without a name (field 1) was passed over"},
        {"blanks around values",
         "case, A,B ,Y\nAU,1, 0,0\n BE,1,1,1 \nCZ\t,0,\xC2\xA0"
         "1,0\n",
         cases, ""},
        {"blanks before quotes", "case, \"A\", \"B\",Y\n\"AU\" ,1,0,0\n\"BE\", 1, 1, \"1\"\nCZ,0,1,0\n", cases, ""},
        {"decimal commas of Excel", "case;dev;urb\nAUS;0,81;0,12\nBEL;0,99;1\n",
         "case,dev,urb\nAUS,0.81,0.12\nBEL,0.99,1\n", "commas were read as decimal points in dev, urb"},
        {"decimal commas in quotes", "case,dev\nAUS,\"0,81\"\nBEL,\"0,9\"\n", "case,dev\nAUS,0.81\nBEL,0.9\n",
         "commas were read as decimal points in dev"},
        {"decimal commas between tabs", "case\tdev\nAUS\t0,81\nBEL\t0,9\n", "case,dev\nAUS,0.81\nBEL,0.9\n",
         "commas were read as decimal points in dev"},
        {"thousands",
         "case;gdp\nKAZ;1 234,5\nRUS;12\xC2\xA0"
         "345,75\n",
         "case,gdp\nKAZ,1234.5\nRUS,12345.75\n", "marks of thousands were left out in gdp"},
        {"American thousands", "case,pop\nKAZ,\"19,397,998\"\nMCO,\"38,350\"\n", "case,pop\nKAZ,19397998\nMCO,38350\n",
         "commas were read as marks of thousands in pop"},
        {"a comma in the header", "Страна;Год;Экспорт, млн долл.\nКазахстан;2001;8,6\n",
         "Страна,Год,\"Экспорт, млн долл.\"\nКазахстан,2001,8.6\n", "its fields are parted by semicolons"},
        {"sep= of Excel", "sep=;\r\ncase;x\r\nA;1,5\r\n", "case,x\nA,1.5\n", "commas were read as decimal points in x"},
        {"a title", "Table 1. Cases\n\ncase,A,B,Y\nAU,1,0,0\nBE,1,1,1\nCZ,0,1,0\n", cases,
         "the table begins on line 3, below 'Table 1. Cases'; --header-row says otherwise"},
        {"a title padded by Excel", "Table 1. Cases,,,\n,,,\ncase,A,B,Y\nAU,1,0,0\nBE,1,1,1\nCZ,0,1,0\n", cases,
         "the table begins on line 3, below 'Table 1. Cases,,,'; --header-row says otherwise"},
        {"sources below", "case,A,B,Y\nAU,1,0,0\nBE,1,1,1\nCZ,0,1,0\n\n\nSource: our own\nLast update: 2024\n", cases,
         "2 lines below the table (from 'Source: our own') were passed over"},
        {"sources below, padded by Excel",
         "case,A,B,Y\nAU,1,0,0\nBE,1,1,1\nCZ,0,1,0\n,,,\nSource: our own,,,\n,,,\nDate,,,\n", cases,
         "2 lines below the table (from 'Source: our own') were passed over"},
        {"a source below two columns", "Страна;ВВП\r\nКазахстан;1,5\r\n;\r\nИсточник: Росстат;\r\n",
         "Страна,ВВП\nКазахстан,1.5\n", "1 line below the table ('Источник: Росстат') was passed over"},
        {"a case without values below a gap", "case,A,B\nAU,1,0\nBE,,\n,,\nCZ,,\n", "case,A,B\nAU,1,0\nBE,,\nCZ,,\n",
         "1 empty row was passed over"},
        {"a title with a comma", "Table 3: cases, by state\n\ncase,A,B,Y\nAU,1,0,0\nBE,1,1,1\nCZ,0,1,0\n", cases,
         "the table begins on line 3, below 'Table 3: cases, by state'; --header-row says otherwise"},
        {"a title with a comma, one field less than the table",
         "Cases, by year, of states\n\ncase,A,B,Y\nAU,1,0,0\nBE,1,1,1\nCZ,0,1,0\n\nSource: own\n", cases,
         "the table begins on line 3, below 'Cases, by year, of states'; --header-row says otherwise"},
        {"points part thousands in one column, commas are decimal in another",
         "c;v;w;x;y\na;1.234,5;1.000;1.5;1.234.567\nb;22.111,0;2.500;2;12\n",
         "c,v,w,x,y\na,1234.5,1000,1.5,1234567\nb,22111,2500,2,12\n", "points were read as marks of thousands in w, y"},
        {"a share beside decimal commas is no number of thousands", "c;v;w\na;1,5;0.125\nb;2,5;1.250\n",
         "c,v,w\na,1.5,0.125\nb,2.5,1.25\n", "commas were read as decimal points in v"},
        {"blanks between texts, as fsQCA writes them", "case A B\nAU 1 0\nBE 0 1\n", "case A B\nAU 1 0\nBE 0 1\n",
         "every line is one field; if blanks part the fields: --delimiter blank"},
        {"Windows-1251", "case;x\n\xCA\xE0\xE7\xE0\xF5\xF1\xF2\xE0\xED;1\n", "case,x\nКазахстан,1\n",
         "it was read as Windows-1251; --encoding says otherwise"},
        {"KZ-1048", "case;x\n\x8D\xE0\xE7\xE0\x9D\xF1\xF2\xE0\xED;1\n", "case,x\nҚазақстан,1\n",
         "it was read as KZ-1048; --encoding says otherwise"},
        {"Latin-1", "case,x\nC\xF4te d'Ivoire,1\n", "case,x\nCôte d'Ivoire,1\n",
         "it was read as Windows-1252; --encoding says otherwise"},
        {"line ends of old Macintosh files", "case;x\rA;1,5\rB;2\r", "case,x\nA,1.5\nB,2\n",
         "commas were read as decimal points in x"},
    };
    return all;
}

TEST(CsvHabits, EachGivesTheTableThatIsMeant) {
    for (const Habit& habit : habits()) {
        const Table table = read_csv(habit.text, "t.csv");
        EXPECT_EQ(to_csv(table), habit.meant) << habit.what;
        const auto& notes = table.origin.notes;
        if (habit.note.empty()) {
            EXPECT_TRUE(notes.empty()) << habit.what << ": " << notes.front();
        } else {
            EXPECT_NE(std::ranges::find(notes, habit.note), notes.end())
                << habit.what << ": " << (notes.empty() ? "no note" : notes.front());
        }
    }
}

/// The extension decides nothing when the content is clear.
TEST(CsvHabits, TheNameOfTheFileMakesNoDifference) {
    for (const Habit& habit : habits()) {
        for (const char* path : {"t.txt", "t.tsv", "-", "t"})
            EXPECT_EQ(to_csv(read_csv(habit.text, path)), habit.meant) << habit.what << ' ' << path;
    }
}

/// Habits come together: each table again with other line ends, a byte order mark, in UTF-16.
TEST(CsvHabits, LineEndsAndUnicodeFormsMakeNoDifference) {
    for (const Habit& habit : habits()) {
        std::string crlf;
        for (const char c : habit.text) crlf += c == '\n' ? "\r\n" : std::string(1, c);
        if (habit.text.find('\r') == std::string::npos) {
            EXPECT_EQ(to_csv(read_csv(crlf, "t.csv")), habit.meant) << habit.what;
        }
        if (habit.what == std::string("Windows-1251") || habit.what == std::string("KZ-1048") ||
            habit.what == std::string("Latin-1"))
            continue;
        EXPECT_EQ(to_csv(read_csv("\xEF\xBB\xBF" + habit.text, "t.csv")), habit.meant) << habit.what;
    }
}

TEST(CsvHabits, LinesAndFieldsInMessagesAreThoseOfTheFile) {
    const Table table = read_csv("Table 1\n\n\"\",\"x\",\"y\"\n,,\n\"1\",5,a\n\"2\",6,b\n", "t.csv");
    ASSERT_EQ(table.rows(), 2u);
    const Problem problem = table.problem(1, "y", "", "");
    EXPECT_EQ(problem.line, 6u);
    EXPECT_EQ(problem.column, 3u);
}

TEST(CsvHabits, WhatIsWrongIsStillRefused) {
    const auto fault = [](const std::string& text) {
        try {
            static_cast<void>(read_csv(text, "t.csv"));
        } catch (const InputError& error) {
            return std::string(error.what());
        }
        return std::string("no error");
    };
    EXPECT_EQ(fault("case,A,,\nx,1,7,\ny,2,8,\n"),
              "t.csv:2:3: there is a value in a column that has no name; name the column in the header on line 1, or "
              "remove the value");
    EXPECT_EQ(fault("case,,B\nx,1,7\n"), "t.csv:1:2: the column has no name; name it in the header line, or remove it");
    EXPECT_EQ(fault("case,A\nx,1\ny\n"),
              "t.csv:3:1: the row has 1 field, the header has 2; complete the row; an unknown value is an empty field");
    EXPECT_EQ(fault("a,b,c\n1,2,3\n4\n"),
              "t.csv:3:1: the row has 1 field, the header has 3; complete the row; an unknown value is an empty field");
    EXPECT_NE(fault("a,b,c\n1,2,3\n\nx,\n1,2,3\n").find("t.csv:4:2"), std::string::npos);
}

TEST(CsvHabits, TheProjectsOwnLatin1FileOpens) {
    const std::string path = std::string(TARAZY_SHARED_DIR) + "/data/alignment/bsv_idealpoints_all_apr2020.csv.gz";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is not there";
    const Table table = read_table(path);
    EXPECT_GT(table.rows(), 10'000u);
    const auto& levels = table["Countryname"].texts().levels;
    EXPECT_TRUE(std::ranges::any_of(levels, [](const std::string& name) {
        return name.find("ô") != std::string::npos;
    })) << "Côte d'Ivoire";
}

}  // namespace csv_habits_test
}  // namespace tarazy
