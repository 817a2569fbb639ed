#include "io/xml_events.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace tarazy {
namespace xml_events_test {

TEST(XmlEvents, TellElementsAttributesAndTextInOrder) {
    std::string told;
    XmlEvents events;
    events.start = [&](std::string_view name, const XmlAttributes& attributes) {
        told += '<' + std::string(name) + ':' + std::string(attributes.find("id").value_or("-")) + ':' +
                std::string(attributes.find_qualified("id").value_or("-")) + '>';
    };
    events.end = [&](std::string_view name) { told += "</" + std::string(name) + '>'; };
    events.text = [&](std::string_view text) { told += text; };
    XmlParser parser(events);
    EXPECT_FALSE(parser.feed("<x:a xmlns:x='urn:x' id='1' x:id='2'>te", false).has_value());
    EXPECT_FALSE(parser.feed("xt &amp; more<b/></x:a>", true).has_value());
    EXPECT_EQ(told, "<a:1:2>text & more<b:-:-></b></a>");
}

TEST(XmlEvents, SwellingEntitiesAreRefused) {
    XmlParser parser({});
    const auto fault = parser.feed("<!DOCTYPE a [<!ENTITY b 'bbbb'>]><a>&b;</a>", true);
    ASSERT_TRUE(fault.has_value());
    EXPECT_NE(fault->find("document type"), std::string::npos);
}

TEST(XmlEvents, BrokenTextIsNamedWithItsLine) {
    XmlParser parser({});
    const auto fault = parser.feed("<a>\n<b></a>", true);
    ASSERT_TRUE(fault.has_value());
    EXPECT_NE(fault->find("line 2"), std::string::npos);
}

TEST(XmlEvents, MarkupWithoutEndIsRefusedSoon) {
    XmlParser parser({});
    ASSERT_FALSE(parser.feed("<a b='", false).has_value());
    const std::string piece(1 << 16, 'x');
    std::optional<std::string> fault;
    int pieces = 0;
    for (; pieces < 100 && !fault; ++pieces) fault = parser.feed(piece, false);
    ASSERT_TRUE(fault.has_value());
    EXPECT_LE(pieces, 17);
}

TEST(XmlEvents, LongTextIsNoMarkup) {
    std::size_t length = 0;
    XmlEvents events;
    events.text = [&](std::string_view text) { length += text.size(); };
    XmlParser parser(events);
    ASSERT_FALSE(parser.feed("<a>", false).has_value());
    const std::string piece(1 << 16, 'x');
    for (int i = 0; i < 64; ++i) ASSERT_FALSE(parser.feed(piece, false).has_value());
    EXPECT_FALSE(parser.feed("</a>", true).has_value());
    EXPECT_EQ(length, std::size_t{64} << 16);
}

TEST(XmlEvents, ExceptionsOfTheEventsPassThrough) {
    XmlEvents events;
    events.text = [](std::string_view) { throw std::runtime_error("enough"); };
    XmlParser parser(events);
    EXPECT_THROW(static_cast<void>(parser.feed("<a>x</a>", true)), std::runtime_error);
}

}  // namespace xml_events_test
}  // namespace tarazy
