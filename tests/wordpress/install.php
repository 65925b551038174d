<?php
// Installs WordPress and prints an application password for an editor called "redactie".
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url(getenv('WORDPRESS_SITE'), PHP_URL_HOST) . ':' . parse_url(getenv('WORDPRESS_SITE'), PHP_URL_PORT);
$_SERVER['REQUEST_METHOD'] = 'GET';
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
function wp_new_blog_notification(...$ignored) {} // there is no mail here
ob_start();
wp_install('School', 'beheer', 'beheer@school.example', false, '', wp_generate_password(32));
$user = wp_insert_user(['user_login' => 'redactie', 'user_pass' => wp_generate_password(32), 'user_email' => 'redactie@school.example', 'role' => 'editor']);
[$password] = WP_Application_Passwords::create_new_application_password($user, ['name' => 'Moderation']);
ob_end_clean();
echo $password;
