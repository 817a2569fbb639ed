#include "study/reading_hints.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace reading_hints_test {

TEST(ReadingHints, OptionsThatAStudyDoesNotHaveBecomeKeysOfItsFile) {
    EXPECT_EQ(hint_of_study_file("name the encoding of the file with --encoding, or save it as UTF-8"),
              "name the encoding of the file with the key 'encoding' of its [data.KEY] in study.toml, or save it as "
              "UTF-8");
    EXPECT_EQ(hint_of_study_file("write 1 and 0, or add --recode A:TRUE=1,FALSE=0 with these words"),
              "write 1 and 0, or add 'recode = [\"A:TRUE=1,FALSE=0\"]' in its [data.KEY] of study.toml with these "
              "words");
    EXPECT_EQ(hint_of_study_file("did you mean 'Session'? --rename session=Session"),
              "did you mean 'Session'? 'columns = { session = \"Session\" }' in its [data.KEY] of study.toml");
    EXPECT_EQ(hint_of_study_file("--decimal comma or --decimal point says which"),
              "'decimal = \"comma\"' in its [data.KEY] of study.toml or 'decimal = \"point\"' says which");
    EXPECT_EQ(hint_of_study_file("name them with --roll-calls"), "name them with data of the role 'roll_calls'");
}

TEST(ReadingHints, WithoutAStudyFileTheCommandIsNamedThatHasThem) {
    EXPECT_EQ(hint_of_convert("name another encoding with --encoding"),
              "name another encoding with --encoding of 'tarazy data convert'");
    EXPECT_EQ(hint_of_convert("--recode vote:yea=1,nay=3 reads others"),
              "--recode vote:yea=1,nay=3 of 'tarazy data convert' reads others");
}

TEST(ReadingHints, CommandsAndOtherOptionsStayAsTheyAre) {
    for (const char* text : {"'tarazy data convert FILE NEW.csv --rename OURS=THEIRS' renames columns",
                             "name a year with "
                             "--event-year",
                             "", "--", "--encodings", "it's --draws"}) {
        EXPECT_EQ(hint_of_study_file(text), text);
        EXPECT_EQ(hint_of_convert(text), text);
    }
}

}  // namespace reading_hints_test
}  // namespace tarazy
