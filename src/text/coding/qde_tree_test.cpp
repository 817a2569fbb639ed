#include "text/coding/qde_tree.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy::qde_tree_test {
namespace {

TEST(QdeTree, KeepsWhatItDoesNotUnderstand) {
    const std::string xml =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        "<Project xmlns=\"urn:QDA-XML:project:1.0\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" name=\"a "
        "&amp; b\" "
        "xsi:schemaLocation=\"urn x.xsd\">\n"
        " <Sources>\n"
        "  <PictureSource guid=\"1\" name=\"&quot;q&quot;&#10;\">\n"
        "   <Description> two\nlines &lt;&#13;\n </Description>\n"
        "  </PictureSource>\n"
        " </Sources>\n"
        "</Project>\n";
    const QdeElement project = read_qde(xml, "p.qde");
    EXPECT_EQ(write_qde(project), xml);
    EXPECT_EQ(project.attribute("name"), "a & b");
    EXPECT_EQ(project.child("Sources")->children[0].child("Description")->text, " two\nlines <\r\n ");
    EXPECT_EQ(project.child("Sources")->children[0].line, 4u);
}

TEST(QdeTree, ChildrenAreMadeAtTheirPlace) {
    QdeElement project{"Project"};
    (void)project.child_in_order("Sources", "Users CodeBook Sources Notes");
    (void)project.child_in_order("Notes", "Users CodeBook Sources Notes");
    (void)project.child_in_order("Users", "Users CodeBook Sources Notes");
    ASSERT_EQ(project.children.size(), 3u);
    EXPECT_EQ(project.children[0].name, "Users");
    EXPECT_EQ(project.children[2].name, "Notes");
}

TEST(QdeTree, BadFilesAreRefused) {
    const auto refused = [](const std::string& xml) {
        try {
            (void)read_qde(xml, "p.qde");
        } catch (const InputError& error) {
            return std::string(error.what());
        }
        return std::string("read");
    };
    EXPECT_NE(refused("<Project><Users></Project>").find("p.qde:1:"), std::string::npos);
    EXPECT_NE(refused("<html/>").find("not Project"), std::string::npos);
    EXPECT_NE(refused("").find("cannot be read"), std::string::npos);
    EXPECT_NE(refused("<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><Project>&b;</Project>")
                  .find("cannot be read"),
              std::string::npos)
        << "a billion laughs";
    std::string deep = "<Project>";
    for (int k = 0; k < 100'000; ++k) deep += "<a>";
    EXPECT_NE(refused(deep).find("deep"), std::string::npos);
}

}  // namespace
}  // namespace tarazy::qde_tree_test
