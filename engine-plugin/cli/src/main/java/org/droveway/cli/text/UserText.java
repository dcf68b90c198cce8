package org.droveway.cli.text;

import java.util.List;
import org.droveway.cli.engine.Login;
import org.droveway.cli.engine.User;

/** Users and their sessions for people. */
public final class UserText {
    private UserText() {}

    /** All users. */
    public static String users(List<User> users) {
        Table table = new Table("NAME", "ROLE", "PERMISSIONS", "CREATED");
        users.forEach(user ->
                table.row(user.name(), user.role(), Units.words(user.permissions()), Units.moment(user.created())));
        return table.render();
    }

    /** One user, with the password if it was just generated. */
    public static String user(User user) {
        return new Details()
                .add("user", user.name())
                .add("role", user.role())
                .add("permissions", Units.words(user.permissions()))
                .add("created", Units.moment(user.created()))
                .addKnown("password", user.password() == null ? null : user.password() + "   (shown only now)")
                .render();
    }

    /** A session just opened; its token is for the file, not for the eyes. */
    public static String login(Login login) {
        return new Details()
                .add("user", login.user())
                .add("role", login.role())
                .add("permissions", Units.words(login.permissions()))
                .add("until", Units.moment(login.expires()))
                .render();
    }
}
